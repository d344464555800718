"""The trained encoder: reads each passage once and gives every piece of it a vector, from which the heads decide."""

from __future__ import annotations

from twosource.reading.encoder.session import Encoded, encode

__all__ = ["Encoded", "encode"]
