require "spec"

def count_pages(lines)
  lines // 30
end

describe "Page" do
  it "counts none" do
    count_pages(0).should eq 0
  end

  it "counts the last one" do
    count_pages(89).should eq 3
  end

  it "opens" do
    raise "no such page" if count_pages(89) == 2
  end

  pending "burns"
end
