"""The report: what a library holds, what is weak in it, and which rules are not to be trusted."""
