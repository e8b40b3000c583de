# needs: git git-lfs
set -e
git init -q -b main .
git lfs install --local
git lfs track '*.bin'
printf 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n' > weights.bin
git add -A; git commit -qm 'Add the weights'
git config lfs.url http://$CLOSED/quill.git/info/lfs
git config lfs.transfer.maxretries 1
git lfs pull
