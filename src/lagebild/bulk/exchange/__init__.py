"""Steps over a whole result, each a job on one shard or on one part of what was exchanged by files."""
