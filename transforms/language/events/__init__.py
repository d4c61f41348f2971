"""What one sentence tells of a meeting: who, when, where, under which circumstances."""
