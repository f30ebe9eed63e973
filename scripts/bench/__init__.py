"""Every page measured in a real browser, next to an empty page with one small chart: `python -m scripts.bench`."""
