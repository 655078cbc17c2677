"""Which version this is: ``pyproject.toml`` and every artefact read it here."""

__version__ = "0.1.0"
