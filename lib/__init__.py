"""Everything behind the pages. Imports point one way: ui, then charts and export, hiring, pay, tables."""
