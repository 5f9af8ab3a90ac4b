"""Measurements: what the checks find and miss, how fast, how much memory. Each module is a command."""
