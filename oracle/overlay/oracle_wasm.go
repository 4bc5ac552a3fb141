package runtime

// OracleBreak is the end of the linear memory in use: the runtime's own sense of the break.
func OracleBreak() uintptr { return bloc }
