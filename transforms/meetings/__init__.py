"""What makes two mentions one meeting, and what the meeting then is: plain functions, no Beam."""
