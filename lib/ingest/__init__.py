"""BLS files in, data/bls_wages.csv out: `python -m lib.ingest SOURCE...`.

A source is one of BLS's own workbooks, the zip it ships them in, or a csv file in the same columns.
Either everything in all sources is understood and the file is replaced as a whole, or nothing changes
and a sentence says why.
"""
