"""Any number of documents: cut into shards, read by an engine on one machine or many, each shard into Parquet files."""
