"""The only streamlit code outside app.py and pages/: frame, pickers, and how charts and numbers are shown."""
