"""One function per verb: load, call, save if something changed, return a report."""
