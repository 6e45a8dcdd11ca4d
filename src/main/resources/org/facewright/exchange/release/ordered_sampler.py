"""The order in which an exported release is to be learnt, for any PyTorch loader.

OrderedSampler yields line numbers of images.jsonl. It is a function of plan, seed and epoch alone.
"""
import json
import math
import os
import random


class OrderedSampler:
    def __init__(self, folder, epochs=None, rank=0, world=1, seed=0, shuffled=False):
        with open(os.path.join(folder, "images.jsonl"), encoding="utf-8") as lines:
            self.images = [json.loads(line) for line in lines]
        with open(os.path.join(folder, "stages.json"), encoding="utf-8") as text:
            self.plan = json.load(text)
        with open(os.path.join(folder, "recipe.json"), encoding="utf-8") as text:
            self.sources = [part["name"] for part in json.load(text)["parts"]]
        self.epochs = epochs or self.plan["epochs"]
        self.rank, self.world, self.seed, self.shuffled = rank, world, seed, shuffled
        self.epoch = 0
        by_difficulty = sorted(
            range(len(self.images)), key=lambda i: self.images[i]["difficulty"] or 0.0)
        last = max(1, len(self.images) - 1)
        self.ranks = [0.0] * len(self.images)
        for place, i in enumerate(by_difficulty):
            self.ranks[i] = place / last

    def set_epoch(self, epoch):
        """Counted from 0, as in PyTorch."""
        self.epoch = epoch

    def _stretch(self, epochs):
        return max(1, math.floor(epochs * self.epochs / self.plan["epochs"] + 0.5))

    def _stage(self):
        chosen = self.plan["stages"][0]
        for stage in self.plan["stages"]:
            start = min(self.epochs - 1, math.floor(
                (stage["fromEpoch"] - 1) * self.epochs / self.plan["epochs"] + 0.5))
            if start <= self.epoch:
                chosen = stage
        return chosen

    def _share(self):
        pacing = self.plan["pacing"]
        kind = pacing["kind"]
        if kind == "everything":
            return 1.0
        start = pacing["start"]
        if kind == "step":
            grown = self.epoch // self._stretch(pacing["everyEpochs"])
            return min(1.0, start + pacing["growth"] * grown)
        part = self.epoch / self._stretch(pacing["epochs"])
        if kind == "linear":
            return min(1.0, start + (1 - start) * part)
        return min(1.0, math.sqrt(start * start + (1 - start * start) * part))

    def order(self):
        """All line numbers of this epoch, for all processes together."""
        dice = random.Random(self.seed * 1000003 + self.epoch)
        if self.shuffled:
            order = list(range(len(self.images)))
            dice.shuffle(order)
            return order
        stage = self._stage()
        low, high = stage["easiest"], stage["hardest"]
        top = min(high, low + (high - low) * self._share())
        eligible = {}
        for i, image in enumerate(self.images):
            if low <= self.ranks[i] <= top:
                eligible.setdefault(image["source"], []).append(i)
        order = self._mixed(stage["mix"], eligible, dice)
        dice.shuffle(order)
        if stage["lastSourceFirst"]:
            order.sort(key=lambda i: -self.sources.index(self.images[i]["source"]))
        return order

    @staticmethod
    def _mixed(mix, eligible, dice):
        if not mix:
            return [i for source in sorted(eligible) for i in eligible[source]]
        sources = [source for source in sorted(eligible) if mix.get(source, 0) > 0]
        weights = sum(mix[source] for source in sources)
        total = sum(len(eligible[source]) for source in sources)
        order, owed = [], 0.0
        for source in sources:
            owed += total * mix[source] / weights
            items, taken = list(eligible[source]), 0
            while len(order) < min(total, math.floor(owed + 0.5)):
                if taken % len(items) == 0:
                    dice.shuffle(items)
                order.append(items[taken % len(items)])
                taken += 1
        return order

    def __iter__(self):
        order = self.order()
        size = len(self)
        while len(order) < size * self.world:
            order += order[: size * self.world - len(order)]
        return iter(order[self.rank: size * self.world: self.world])

    def __len__(self):
        return math.ceil(len(self.order()) / self.world)
