program page
  implicit none
  integer :: lines
  lines = 89
  print *, lins / 30
  call close_page(lines
end program page
