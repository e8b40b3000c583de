program page;

var
  lines: integer;

begin
  lines := 'three';
  writeln(linse div 30);
end.
