"""PyTorch's own time for the forward pass that ForwardRateBench measures.

The published vec2face_vit_base_patch16 written plainly, with random weights and a tenth of the
tokens dropped: /usr/bin/python3 src/bench/python/vec2face_peer.py BATCH PASSES THREADS [fp32|bf16]
"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        b, n, c = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        # The published code computes the softmax in float32.
        a = (q.float() @ k.float().transpose(-2, -1) / math.sqrt(c // self.heads)).softmax(-1)
        return self.proj((a.to(v.dtype) @ v).transpose(1, 2).reshape(b, n, c))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-6), nn.LayerNorm(width, 1e-6)
        self.attn = Attention(width, heads)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class Residual(nn.Module):
    def __init__(self, into, out):
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(32, into, 1e-6), nn.GroupNorm(32, out, 1e-6)
        self.conv1 = nn.Conv2d(into, out, 3, 1, 1, bias=False)
        self.conv2 = nn.Conv2d(out, out, 3, 1, 1, bias=False)
        self.short = None if into == out else nn.Conv2d(out, out, 1, bias=False)

    def forward(self, x):
        y = self.conv1(F.silu(self.norm1(x)))
        y = self.conv2(F.silu(self.norm2(y)))
        return y + (x if self.short is None else self.short(y))


class Generator(nn.Module):
    def __init__(self, width=768, depth=12, heads=12, deep=8, deep_heads=16, z=256, ch=128,
                 mult=(1, 1, 2, 2, 4), blocks=2):
        super().__init__()
        self.f, self.token = nn.Linear(512, width), nn.Linear(1, 49)
        self.pos = nn.Parameter(torch.randn(1, 50, width) * 0.02)
        self.deep_pos = nn.Parameter(torch.randn(1, 50, width) * 0.02)
        self.first, self.norm, self.last = (nn.LayerNorm(width, 1e-6) for _ in range(3))
        self.blocks = nn.Sequential(*[Block(width, heads) for _ in range(depth)])
        self.embed = nn.Linear(width, width)
        self.deep = nn.Sequential(*[Block(width, deep_heads) for _ in range(deep)])
        self.grid = nn.Linear(width, z)
        now = ch * mult[-1]
        layers = [nn.Conv2d(z, now, 3, 1, 1), Residual(now, now), Residual(now, now)]
        for level in reversed(range(len(mult))):
            for _ in range(blocks):
                layers.append(Residual(now, ch * mult[level]))
                now = ch * mult[level]
            if level:
                layers += [nn.Upsample(scale_factor=2), nn.Conv2d(now, now, 3, 1, 1)]
        layers += [nn.GroupNorm(32, now, 1e-6), nn.SiLU(), nn.Conv2d(now, 3, 3, 1, 1)]
        self.picture = nn.Sequential(*layers)

    def forward(self, rep, staying, masked, refill):
        f = self.f(rep)
        tokens = torch.cat([f[:, None], self.token(f[..., None]).transpose(1, 2)], 1)
        x = self.first(torch.where(masked, f[:, None], tokens) + self.pos)
        width = x.shape[-1]
        x = torch.gather(x, 1, staying[..., None].expand(-1, -1, width))
        x = self.embed(self.norm(self.blocks(x)))
        x = torch.gather(x, 1, refill[..., None].expand(-1, -1, width)) + self.deep_pos
        x = self.grid(self.last(self.deep(x))[:, 1:])
        return self.picture(x.transpose(1, 2).reshape(x.shape[0], -1, 7, 7))


def main():
    batch, passes, threads = (int(a) for a in sys.argv[1:4])
    half = "bf16" in sys.argv[4:]
    card = "cuda" in sys.argv[4:]
    if card:
        torch.set_default_device("cuda")
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    net = Generator().eval()
    if half:
        net = net.to(torch.bfloat16)
    rep = torch.randn(batch, 512, dtype=torch.bfloat16 if half else torch.float32)
    order = torch.rand(batch, 49).argsort(1) + 1
    zero = torch.zeros(batch, 1, dtype=torch.long)
    staying = torch.cat([zero, order[:, 5:]], 1)
    masked = torch.zeros(batch, 50, 1, dtype=torch.bool)
    masked.scatter_(1, order[:, :8, None], True)
    refill = torch.zeros(batch, 50, dtype=torch.long)
    refill.scatter_(1, staying, torch.arange(staying.shape[1]).expand(batch, -1))
    with torch.no_grad():
        net(rep, staying, masked, refill)
        for _ in range(2):
            start = time.perf_counter()
            for _ in range(passes):
                net(rep, staying, masked, refill).float().cpu()
            seconds = (time.perf_counter() - start) / passes / batch
            print("%s: %.1f ms a picture, %.2f pictures a second"
                  % ("bf16" if half else "fp32", 1000 * seconds, 1 / seconds))


if __name__ == "__main__":
    main()
