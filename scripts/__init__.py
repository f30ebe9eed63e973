"""Programs around the dashboard: the benchmark and the screenshots."""
