"""PyTorch's own time for the training steps that TrainingRateBench measures.

The same networks (MobileFaceNet of width 64, IResNet), head (ArcFace), clipping and SGD, written
plainly: /usr/bin/python3 src/bench/python/train_peer.py NET BATCH STEPS THREADS [fp32|bf16] [last] [cuda]
"""
import resource
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Normed(nn.Sequential):
    def __init__(self, into, out, kernel, stride, groups, activated=True):
        layers = [nn.Conv2d(into, out, kernel, stride, kernel // 2, groups=groups, bias=False),
                  nn.BatchNorm2d(out)]
        super().__init__(*(layers + ([nn.PReLU(out)] if activated else [])))


class Bottleneck(nn.Module):
    def __init__(self, into, out, expansion, stride):
        super().__init__()
        wide = into * expansion
        self.body = nn.Sequential(Normed(into, wide, 1, 1, 1), Normed(wide, wide, 3, stride, wide),
                                  Normed(wide, out, 1, 1, 1, False))
        self.same = stride == 1 and into == out

    def forward(self, x):
        return x + self.body(x) if self.same else self.body(x)


class MobileFaceNet(nn.Module):
    def __init__(self, width=64, features=512):
        super().__init__()
        layers = [Normed(3, width, 3, 2, 1), Normed(width, width, 3, 1, width)]
        into = width
        for expansion, factor, repeats, stride in [(2, 1, 5, 2), (4, 2, 1, 2), (2, 2, 6, 1),
                                                   (4, 2, 1, 2), (2, 2, 2, 1)]:
            for block in range(repeats):
                layers.append(Bottleneck(into, factor * width, expansion, stride if block == 0 else 1))
                into = factor * width
        layers += [Normed(into, 8 * width, 1, 1, 1),
                   nn.Conv2d(8 * width, 8 * width, 7, groups=8 * width, bias=False),
                   nn.BatchNorm2d(8 * width)]
        self.body = nn.Sequential(*layers)
        self.fc = nn.Linear(8 * width, features, bias=False)
        self.features = nn.BatchNorm1d(features)
        self.features.weight.requires_grad = False

    def forward(self, x):
        return self.features(self.fc(self.body(x).flatten(1).float()))


class Residual(nn.Module):
    def __init__(self, into, out, stride):
        super().__init__()
        self.body = nn.Sequential(nn.BatchNorm2d(into), nn.Conv2d(into, out, 3, 1, 1, bias=False),
                                  nn.BatchNorm2d(out), nn.PReLU(out),
                                  nn.Conv2d(out, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out))
        self.short = nn.Identity() if stride == 1 and into == out else nn.Sequential(
            nn.Conv2d(into, out, 1, stride, bias=False), nn.BatchNorm2d(out))

    def forward(self, x):
        return self.body(x) + self.short(x)


class IResNet(nn.Module):
    BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 14, 3), 100: (3, 13, 30, 3)}

    def __init__(self, depth, features=512):
        super().__init__()
        layers = [nn.Conv2d(3, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.PReLU(64)]
        into = 64
        for stage, blocks in enumerate(self.BLOCKS[depth]):
            for block in range(blocks):
                layers.append(Residual(into, 64 << stage, 2 if block == 0 else 1))
                into = 64 << stage
        self.body = nn.Sequential(*layers, nn.BatchNorm2d(512), nn.Flatten(), nn.Dropout(0.4))
        self.fc = nn.Linear(512 * 49, features)
        self.features = nn.BatchNorm1d(features)
        self.features.weight.requires_grad = False

    def forward(self, x):
        return self.features(self.fc(self.body(x).float()))


def main():
    name, batch, steps, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    half = "bf16" in sys.argv[5:]
    place = "cuda" if "cuda" in sys.argv[5:] else "cpu"
    if place == "cuda":
        torch.set_default_device(place)
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    net = IResNet(int(name[7:])) if name.startswith("iresnet") else MobileFaceNet()
    pixels = torch.randint(0, 256, (batch, 3, 112, 112), dtype=torch.uint8)
    if "last" in sys.argv[5:]:
        net = net.to(memory_format=torch.channels_last)
        pixels = pixels.contiguous(memory_format=torch.channels_last)
    centres = nn.Parameter(torch.randn(1000, 512) * 0.01)
    optimiser = torch.optim.SGD(list(net.parameters()) + [centres], 0.01, 0.9, weight_decay=5e-4)
    labels = torch.randint(0, 1000, (batch,))

    def step():
        with torch.autocast(place, torch.bfloat16, enabled=half):
            e = net(pixels.float() / 127.5 - 1)
        c = F.linear(F.normalize(e.float()), F.normalize(centres)).clamp(-1 + 1e-7, 1 - 1e-7)
        own = labels.unsqueeze(1)
        t = c.detach().gather(1, own)
        loss = F.cross_entropy(64 * c.scatter_add(1, own, (t.acos() + 0.5).cos() - t), labels)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimiser.step()
        return loss.item()

    step()
    start, busy = time.time(), resource.getrusage(resource.RUSAGE_SELF)
    for _ in range(steps):
        loss = step()
    seconds = (time.time() - start) / steps
    after = resource.getrusage(resource.RUSAGE_SELF)
    user = (after.ru_utime - busy.ru_utime + after.ru_stime - busy.ru_stime) / steps
    print("torch %s %s %s batch %d threads %d: %.3f s a step (%.3f s of processor), %.1f pictures/s"
          % (torch.__version__, name, "bf16" if half else "fp32", batch, threads, seconds, user,
             batch / seconds))


main()
