"""Sources into a base: child processes that can be killed read, the main process keeps order and stores."""
