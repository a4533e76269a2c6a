/**
 * Exact hybrid Monte Carlo and exact local Metropolis as a user of NumPy writes them: one solution by zheevd per force or proposal, everything
 * else vectorised over sites. Only the site blocks of H change, in the lower triangle that LAPACK reads.
 */
export const LAPACK_SAMPLERS = `
import json, time
import numpy as np
version = np.__version__
FRESH_SHARE = 0.2
JITTER = 0.1

class Chain:
    def __init__(self, r):
        n = r["siteCount"]
        self.beta, self.half = 1 / r["temperature"], 0.5 * r["coupling"]
        self.signs = np.array(r["signs"])
        self.spins = np.array(r["spins"]).reshape(n, 3)
        self.random = np.random.default_rng(r["seed"])
        self.up = np.arange(0, 2 * n, 2)
        self.h = np.zeros((2 * n, 2 * n), complex)
        for i, j, t in r["hopping"]:
            self.h[2 * i, 2 * j] -= t
            self.h[2 * i + 1, 2 * j + 1] -= t
        self.write(self.spins)
        self.log_weight = self.values()
        _, self.gradient = self.vectors()

    def write(self, spins):
        up, down = self.up, self.up + 1
        self.h[up, up] = self.half * spins[:, 2]
        self.h[down, down] = -self.half * spins[:, 2]
        self.h[down, up] = self.half * (spins[:, 0] + 1j * spins[:, 1])

    def values(self):
        return np.logaddexp(0, -self.beta * np.linalg.eigvalsh(self.h)).sum()

    # log W and its gradient, -beta (J/2) sum_n f_n <n|sigma|n> on every site.
    def vectors(self):
        levels, states = np.linalg.eigh(self.h)
        filling = 0.5 * (1 - np.tanh(0.5 * self.beta * levels))
        up, down = states[0::2], states[1::2]
        flip = (up.conj() * down) @ filling
        polarisation = (up.real**2 + up.imag**2 - down.real**2 - down.imag**2) @ filling
        gradient = np.stack([2 * flip.real, 2 * flip.imag, polarisation], 1)
        return np.logaddexp(0, -self.beta * levels).sum(), -self.beta * self.half * gradient

    def observable(self):
        total = self.signs @ self.spins / len(self.spins)
        return total @ total

    # Geodesic leapfrog on spheres; the two half kicks between drifts are one.
    def trajectory(self, size, steps):
        s, gradient = self.spins, self.gradient
        p = tangent(s, self.random.standard_normal(s.shape))
        before = 0.5 * (p * p).sum()
        size *= 1 + JITTER * (2 * self.random.random() - 1)
        p = p + 0.5 * size * tangent(s, gradient)
        for step in range(steps):
            speed = np.sqrt((p * p).sum(1, keepdims=True))
            cosine, sine = np.cos(size * speed), np.sin(size * speed)
            s, p = cosine * s + sine / speed * p, cosine * p - sine * speed * s
            s /= np.sqrt((s * s).sum(1, keepdims=True))
            self.write(s)
            log_weight, gradient = self.vectors()
            p += (size if step < steps - 1 else 0.5 * size) * tangent(s, gradient)
        change = log_weight - self.log_weight - 0.5 * (p * p).sum() + before
        if np.log(self.random.random()) < change:
            self.spins, self.log_weight, self.gradient = s, log_weight, gradient

    # N proposals in site order: fresh directions, or isotropic steps that are normalised.
    def sweep(self, amplitude):
        n = len(self.spins)
        proposals = self.random.standard_normal((n, 3))
        near = self.random.random(n) >= FRESH_SHARE
        thresholds = np.log(self.random.random(n))
        for i in range(n):
            s = self.spins[i] + amplitude * proposals[i] if near[i] else proposals[i]
            s = s / np.sqrt(s @ s)
            self.write_site(i, s)
            log_weight = self.values()
            if thresholds[i] < log_weight - self.log_weight:
                self.spins[i], self.log_weight = s, log_weight
            else:
                self.write_site(i, self.spins[i])

    def write_site(self, i, s):
        self.h[2 * i, 2 * i] = self.half * s[2]
        self.h[2 * i + 1, 2 * i + 1] = -self.half * s[2]
        self.h[2 * i + 1, 2 * i] = self.half * (s[0] + 1j * s[1])

def tangent(s, v):
    return v - (s * v).sum(1, keepdims=True) * s

def stretch(chain, step, seconds):
    series, begin, end = [], time.process_time(), time.perf_counter() + seconds
    while not series or time.perf_counter() < end:
        step()
        series.append(chain.observable())
    return {"series": series, "milliseconds": 1e3 * (time.process_time() - begin)}

chains = {}
def answer(r):
    if r["task"] == "start":
        chain = chains[r["name"]] = Chain(r)
        begin = time.process_time()
        chain.vectors()
        elapsed = 1e3 * (time.process_time() - begin)
        return {"logWeight": chain.log_weight, "gradient": chain.gradient.reshape(-1).tolist(), "milliseconds": elapsed}
    chain = chains[r["name"]]
    if r["task"] == "hmc":
        return stretch(chain, lambda: chain.trajectory(r["stepSize"], r["steps"]), r["seconds"])
    return stretch(chain, lambda: chain.sweep(r["amplitude"]), r["seconds"])
`;
