"""RingAuth signs a person in to RingCentral and shows what the token is worth."""

__version__ = "0.1.0"
