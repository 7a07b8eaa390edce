"""`python -m app`: the command from a checkout that is not installed."""

from app.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
