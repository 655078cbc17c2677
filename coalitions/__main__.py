"""``python -m coalitions``: the command line, where the command itself is not on the path."""

from coalitions.cli import main

if __name__ == "__main__":
    main()
