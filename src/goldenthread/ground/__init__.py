"""What every room stands on: the thread, refusals, ports, the queue, the clock, roll-ups."""
