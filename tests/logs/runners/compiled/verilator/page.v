module page(input clk, output [3:0] count);
  reg [3:0] lines;
  always @(posedge clk) lines <= linse + 1;
  assign count = lines
endmodule
