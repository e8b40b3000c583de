fun count(lines: Int): String = lines / 30

fun main() {
    val unused = 1
    println(linse)
}
