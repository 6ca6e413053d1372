"""`python -m goldenthread` is the command itself."""

from goldenthread.cli import main

if __name__ == "__main__":
    main()
