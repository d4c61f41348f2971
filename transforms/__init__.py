"""The steps from news to meetings: one module each, thin Beam transforms over plain functions."""
