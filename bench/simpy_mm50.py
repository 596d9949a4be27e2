"""The same calls in SimPy, for comparison: M/M/50+M, statistics on.

usage: simpy_mm50.py [calls]; needs SimPy 2 (Debian: python3-simpy). Prints the calls per second of
processor time, the share that gave up and the mean wait in minutes.
"""
import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

AGENTS, PER_MINUTE, SERVICE, PATIENCE = 50, 12.0, 4.0, 2.0


class Totals:
    offered = served = abandoned = 0
    wait = 0.0


class Call(Process):
    def live(self, agents, draw, totals):
        arrived = self.sim.now()
        service = draw.expovariate(1 / SERVICE)
        patience = draw.expovariate(1 / PATIENCE)
        totals.offered += 1
        yield (request, self, agents), (hold, self, patience)
        totals.wait += self.sim.now() - arrived
        if self.acquired(agents):
            totals.served += 1
            yield hold, self, service
            yield release, self, agents
        else:
            totals.abandoned += 1


class Source(Process):
    def generate(self, calls, agents, draw, totals):
        for _ in range(calls):
            yield hold, self, draw.expovariate(PER_MINUTE)
            call = Call(sim=self.sim)
            self.sim.activate(call, call.live(agents, draw, totals))


def main():
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    simulation, draw, totals = Simulation(), random.Random(1), Totals()
    simulation.initialize()
    agents = Resource(capacity=AGENTS, sim=simulation)
    source = Source(sim=simulation)
    simulation.activate(source, source.generate(calls, agents, draw, totals))
    begin = time.process_time()
    simulation.simulate(until=1e12)
    took = time.process_time() - begin
    print(f"{calls / took:.0f} {totals.abandoned / calls:.6f} {totals.wait / calls:.6f}")


main()
