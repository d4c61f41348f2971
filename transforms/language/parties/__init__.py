"""Who is named: persons with their offices, governments, organisations, groups, and whose side they are on."""
