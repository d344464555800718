"""Measures of speed and quality, and the generators of what they are measured on."""
