proc count(lines: int): int = lines div 30

echo count("89")
