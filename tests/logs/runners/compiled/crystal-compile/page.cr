def count_pages(lines : Int32)
  lines // 30
end

puts count_pages("89")
