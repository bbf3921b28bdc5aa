# 一个网络的前向传播、梯度和一步梯度下降，与 bptutor 相同。
# 输出的名称和数值也相同。需要 NumPy：pip install numpy
# 网络：2-2-1
import numpy as np

x = np.array([0.4, 0.7])  # i1, i2
target = np.array([0.9])
eta = 0.8  # 学习率

# 第 1 层：h1, h2（sigmoid）；每行是通向一个神经元的权重
W1 = np.array([
    [0.2, -0.2],  # h1: w1, w2
    [-0.4, -0.7],  # h2: w3, w4
])
B1 = np.array(-0.9)  # b1，整层共用

# 第 2 层：O（sigmoid）；每行是通向一个神经元的权重
W2 = np.array([
    [-0.1, -1.2],  # O: w5, w6
])
B2 = np.array(-0.5)  # b2，整层共用


def sigmoid(net):
    return 1 / (1 + np.exp(-net))


def forward(W1, W2, B1, B2):
    net1 = W1 @ x + B1
    out1 = sigmoid(net1)
    net2 = W2 @ out1 + B2
    out2 = sigmoid(net2)
    losses = 0.5 * (target - out2) ** 2
    return (net1, out1, net2, out2, losses)


# 前向传播
net1, out1, net2, out2, losses = forward(W1, W2, B1, B2)

# 反向传播：delta 是各层的 dE/dnet，从输出层往回算
delta2 = -(target - out2) * out2 * (1 - out2)
dW2 = np.outer(delta2, out1)
dB2 = delta2.sum()  # 共用的偏置：各条路径之和
delta1 = (W2.T @ delta2) * out1 * (1 - out1)
dW1 = np.outer(delta1, x)
dB1 = delta1.sum()  # 共用的偏置：各条路径之和

# 更新：所有参数同时更新，梯度都取自旧参数
new_W1 = W1 - eta * dW1
new_W2 = W2 - eta * dW2
new_B1 = B1 - eta * dB1
new_B2 = B2 - eta * dB2


def show(names, *arrays):
    values = np.concatenate([np.ravel(array) for array in arrays])
    for name, value in zip(names, values):
        print(name, "=", float(value))


names = [f"w{n}" for n in range(1, 7)] + [f"b{n}" for n in range(1, 3)]
show(["net_h1", "net_h2"], net1)
show(["out_h1", "out_h2"], out1)
show(["net_O"], net2)
show(["out_O"], out2)
show(["E"], losses.sum())
show([f"dE/d{name}" for name in names], dW1, dW2, dB1, dB2)
show([f"{name}+" for name in names], new_W1, new_W2, new_B1, new_B2)
losses = forward(new_W1, new_W2, new_B1, new_B2)[-1]
show(["E+"], losses.sum())
