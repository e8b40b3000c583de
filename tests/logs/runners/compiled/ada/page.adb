with Ada.Text_IO;

procedure Page is
   Lines : Integer := 89;
begin
   Ada.Text_IO.Put_Line (Integer'Image (Linse / 30));
   Lines := "three";
end Page;
