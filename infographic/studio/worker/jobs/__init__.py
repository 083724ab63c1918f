"""What a worker can be asked for, a file a job."""
