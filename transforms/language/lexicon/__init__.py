"""Words that are known beforehand: what tells a meeting, states and bodies, offices, leaders, kinds of words."""
