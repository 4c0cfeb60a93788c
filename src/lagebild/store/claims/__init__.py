"""Claims as rows: tellings, what brings them together, and what was made of them; kept up to date as documents come."""
