/**
 * The rival: the same transformer in PyTorch, double precision, one thread, derivatives by autograd. Smearing is one product with dense
 * matrices that all configurations of a batch share; scores are batched products.
 */
import { startPython } from '../python.ts';

const PROGRAM = `
import json, time
import torch
version = torch.__version__
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
TURN = 0.1
BATCHES = [1, 4, 8, 16, 32, 64, 128, 256, 512]
MOST_SCORES = 4000000

class Network:
    def __init__(self, r):
        n, width = r["siteCount"], r["shellCount"] + 1
        self.shells = torch.zeros(width, n, n)
        self.shells[0] = torch.eye(n)
        for i, s, j in r["neighbours"]:
            self.shells[s, i, j] += 1
        self.shells = self.shells.view(width, n * n)
        self.theta = torch.tensor(r["parameters"], requires_grad=True)
        self.factors = torch.ones(len(self.theta) // width, width)
        self.factors[0, 0] = 0
        self.factors[1::3] = r["scale"]
        self.spins = torch.tensor(r["spins"]).view(-1, n, 3).transpose(1, 2).contiguous()
        self.batch = 64
        matrices = self.matrices().detach()
        one = self.spins[:1].clone().requires_grad_()
        self.traced = torch.jit.trace(lambda spins: bilinear(matrices, spins), (one,))

    def matrices(self):
        n = self.spins.shape[2]
        return torch.mm(self.theta.view(self.factors.shape) * self.factors, self.shells).view(-1, n, n)

    def gradient(self, spins):
        energy = len(spins) * self.theta[0] + bilinear(self.matrices(), spins)
        return torch.autograd.grad(energy, self.theta)[0]

    def force(self, spins):
        spins = spins.detach().requires_grad_()
        return -torch.autograd.grad(self.traced(spins), spins)[0]

    def batches(self, size):
        repeats = -(-size // len(self.spins))
        return self.spins.repeat(repeats, 1, 1).split(size)

# The sum over a batch of E - E_0. spins: batch, component, site.
def bilinear(matrices, spins):
    batch, _, n = spins.shape
    for first in range(1, len(matrices), 3):
        smeared = torch.matmul(spins.reshape(1, 3 * batch, n), matrices[first : first + 3])
        query, key, value = smeared.view(3, batch, 3, n)
        scores = torch.bmm(key.transpose(1, 2), query).relu_()
        sums = torch.baddbmm(spins, value, scores)
        spins = sums * torch.rsqrt((sums * sums).sum(1, keepdim=True))
    return -0.5 * (torch.matmul(spins, matrices[0]) * spins).sum()

def per_configuration(compute, batches):
    compute(batches[0])
    start, count, elapsed = time.process_time(), 0, 0.0
    while elapsed < TURN:
        count += 1
        compute(batches[count % len(batches)])
        elapsed = time.process_time() - start
    return 1e3 * elapsed / count / len(batches[0])

network = None
def answer(r):
    global network
    if r["task"] == "load":
        network = Network(r)
        gradient = network.gradient(network.spins).tolist()
        force = network.force(network.spins[:1])[0].t().reshape(-1).tolist()
        return {"gradient": gradient, "force": force, "milliseconds": per_configuration(network.gradient, network.batches(64))}
    if r["task"] == "tune":
        n = network.spins.shape[2]
        sizes = [size for size in BATCHES if size * n * n <= MOST_SCORES]
        network.batch = min(sizes, key=lambda size: per_configuration(network.gradient, network.batches(size)))
        return {"batch": network.batch}
    if r["task"] == "gradient":
        return {"milliseconds": per_configuration(network.gradient, network.batches(network.batch))}
    return {"milliseconds": per_configuration(network.force, network.spins.split(1))}
`;

export interface PyTorchNetwork {
  readonly siteCount: number;
  readonly shellCount: number;
  /** [i, s, j]: site j is a neighbour of site i in shell s = 1 … n_s; as often as it is one. */
  readonly neighbours: readonly (readonly [number, number, number])[];
  /** Factor of the queries. */
  readonly scale: number;
  readonly parameters: readonly number[];
  /** 64 configurations, one after the other. */
  readonly spins: readonly number[];
}

export interface PyTorch {
  readonly description: string;
  /** Sets the network; returns ∂ΣE/∂θ over all configurations and the force of the first one. */
  load(network: PyTorchNetwork): Promise<{ gradient: number[]; force: number[] }>;
  /** Finds the fastest size of a batch of gradients. */
  tune(): Promise<number>;
  /** Milliseconds per configuration: gradients in batches, or forces one by one. */
  time(task: 'gradient' | 'force'): Promise<number>;
  close(): void;
}

/** The rival; undefined where Debian's python3-torch is missing. */
export async function startPyTorch(sample: PyTorchNetwork): Promise<PyTorch | undefined> {
  const python = await startPython(PROGRAM, { task: 'load', ...sample });
  if (!python) return undefined;
  const { version, kernels, ask, close } = python;
  return {
    description: `PyTorch ${version}, double precision, one thread, ${kernels}`,
    async load(network) {
      const { gradient, force } = await ask({ task: 'load', ...network });
      return { gradient: gradient as number[], force: force as number[] };
    },
    tune: async () => (await ask({ task: 'tune' })).batch as number,
    time: async (task) => (await ask({ task })).milliseconds as number,
    close,
  };
}
