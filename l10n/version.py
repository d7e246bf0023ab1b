"""The version of the package; imports nothing, so that every layer may say it."""

__version__ = "0.2.0"
