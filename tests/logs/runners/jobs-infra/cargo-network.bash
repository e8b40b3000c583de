# needs: /root/.cargo/bin/cargo
export PATH=$PATH:/root/.cargo/bin RUSTUP_HOME=/root/.rustup
export CARGO_HOME=/builds/home/cargo CARGO_NET_RETRY=1 CARGO_TERM_COLOR=never
mkdir -p src $CARGO_HOME; echo 'fn main() {}' > src/main.rs
printf '[package]\nname = "quill"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\nnib = "1"\n' > Cargo.toml
printf '[source.crates-io]\nreplace-with = "mirror"\n[source.mirror]\nregistry = "sparse+http://%s/index/"\n' $CLOSED > $CARGO_HOME/config.toml
cargo build
