"""New pages: what a writer starts from, already right where a machine can know it."""
