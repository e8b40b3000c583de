object Page {
  def count(lines: Int): String = lines / 30

  def main(arguments: Array[String]): Unit = println(linse)
}
