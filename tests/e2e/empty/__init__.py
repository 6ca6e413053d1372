"""One empty house for all tests of this folder; being a package, it is cleared behind them."""
